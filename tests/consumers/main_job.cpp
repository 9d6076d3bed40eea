#include <iostream>

#include "indicare/io/counting.hpp"
#include "main_job.hpp"

int main() {
    std::cout << "started: " << started() << "\n";
}

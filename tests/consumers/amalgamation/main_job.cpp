#include <iostream>

#include "indicare.hpp"
#include "main_job.hpp"

int main() {
    std::cout << "started: " << started() << "\n";
}

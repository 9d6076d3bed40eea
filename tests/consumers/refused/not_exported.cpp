// Calls what the libraries have inside, which neither the shared nor the static one may show.
#include "indicare/io/prose_reader.hpp"

int main() {
    return static_cast<int>(indicare::io::propose_claims("").claims.size());
}

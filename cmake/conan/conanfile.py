"""The recipe for Conan 2. Not run by us yet: conan create cmake/conan --build=missing"""

from pathlib import Path

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy


class Indicare(ConanFile):
    name = "indicare"
    version = "0.1.0"
    license = "MIT", "BSD-3-Clause"
    description = "Exact performance indicators for children in care and care leavers"
    settings = "os", "compiler", "build_type", "arch"
    options = {"xml": [True, False], "workbook": [True, False]}
    default_options = {"xml": True, "workbook": False}

    def export_sources(self):
        project = Path(self.recipe_folder).parent.parent
        for name in ("CMakeLists.txt", "LICENSE", "include/*", "lib/*", "capi/*", "cmake/*"):
            copy(self, name, project, self.export_sources_folder)

    def requirements(self):
        self.requires("boost/[>=1.74]", transitive_headers=True)
        self.requires("nlohmann_json/[>=3.9]")
        if self.options.xml:
            self.requires("expat/[>=2.4]")
        if self.options.workbook:
            self.requires("libxlsxwriter/[>=1.1]")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        for name, value in {"XML": self.options.xml, "WORKBOOK": self.options.workbook,
                            "TESTS": False, "EXAMPLES": False, "INSTALL": True}.items():
            toolchain.cache_variables[f"INDICARE_{name}"] = bool(value)
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()

    def package_info(self):
        # The package that CMake installs says more than Conan's own would.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs = ["lib/cmake/indicare"]
        self.cpp_info.set_property("pkg_config_name", "none")

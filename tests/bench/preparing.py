"""What must be there before anything is measured: packages, programs, data."""

import hashlib
import json
import os
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(ROOT, "build")
FOLDER = os.path.join(BUILD, "bench")
NPM = os.path.join(FOLDER, "npm")

#: size -> options of bench_generate.
SIZES = {
    "council": ["--shape", "council"],
    "england": ["--shape", "england"],
    "england20": ["--shape", "england20"],
}
#: The same shapes with fewer authorities, to see that everything works.
QUICK_SIZES = {
    "council": ["--shape", "council"],
    "england": ["--shape", "england", "--authorities", "12", "--entries-per-year", "1500"],
    "england20": ["--shape", "england20", "--authorities", "6", "--entries-per-year", "600"],
}


def program(name):
    return os.path.join(BUILD, "bin", name)


def call(*command, **options):
    subprocess.run(command, check=True, **options)


def install_packages(names):
    """Debian packages of the build and of the programs that are to be run."""
    if shutil.which("apt-get") is None:
        return
    packages = ["g++", "cmake", "ninja-build", "libboost-dev", "libcli11-dev",
                "nlohmann-json3-dev", "libexpat1-dev", "catch2", "librapidcheck-dev",
                "libbenchmark-dev"]
    if "pandas" in names:
        packages.append("python3-pandas")
    if "sqlite" in names:
        packages.append("sqlite3")
    # Node.js may well be there from elsewhere, with npm in the same package.
    if {"duckdb", "polars"} & set(names):
        packages += [package for package, command in (("nodejs", "node"), ("npm", "npm"))
                     if shutil.which(command) is None]
    call(os.path.join(ROOT, "cmake", "install-packages"), *packages)


def build():
    call("cmake", "--preset", "default", "-DINDICARE_TESTS=ON", "-DINDICARE_EXAMPLES=ON",
         "-DINDICARE_BENCHMARKS=ON", cwd=ROOT, stdout=subprocess.DEVNULL)
    call("cmake", "--build", BUILD, "--target", "indicare_cli", "bench_generate",
         "bench_measure", "bench_micro", stdout=subprocess.DEVNULL)


def text_of(path):
    """What a file holds; nothing when there is none."""
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def install_npm():
    """The npm packages of the peers, in the versions of peers/package-lock.json."""
    os.makedirs(NPM, exist_ok=True)
    changed = False
    for name in ("package.json", "package-lock.json"):
        wanted = text_of(os.path.join(HERE, "peers", name))
        copy = os.path.join(NPM, name)
        if text_of(copy) != wanted:
            write(copy, wanted)
            changed = True
    if changed or not os.path.exists(os.path.join(NPM, "node_modules")):
        call("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", cwd=NPM,
             stdout=subprocess.DEVNULL)


class Data:
    """An extract on disk."""

    def __init__(self, folder):
        self.folder = folder
        self.returns = os.path.join(folder, "returns")
        self.population = os.path.join(folder, "population.csv")
        self.size = json.loads(text_of(os.path.join(folder, "size.json")))
        self.first_year, self.last_year = self.size["first_year"], self.size["last_year"]

    def files(self):
        return sorted(os.path.join(self.returns, name) for name in os.listdir(self.returns))


def generate(name, options):
    """The extract of that name; made anew only when the generator or its options are others."""
    folder = os.path.join(FOLDER, "data", name)
    with open(program("bench_generate"), "rb") as file:
        wanted = hashlib.sha256(file.read()).hexdigest() + " " + " ".join(options) + "\n"
    stamp = os.path.join(folder, "made-by.txt")
    if text_of(stamp) != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        call(program("bench_generate"), folder, *options)
        write(stamp, wanted)
    return Data(folder)

#!/usr/bin/env bash
# Builds faiss/compare beside this script. Needs g++ and Debian's libfaiss-dev.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p bin
g++ -std=c++17 -O3 -march=native -fopenmp compare.cpp -o bin/compare -l:libfaiss.a -lblas -llapack

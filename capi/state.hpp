#pragma once

#include "boundary.hpp"
#include "indicare/scorecard/partial_state.hpp"

struct indicare_state // NOLINT(readability-identifier-naming)
    : indicare::capi::Handle<indicare::scorecard::PartialState> {};

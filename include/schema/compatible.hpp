/// The door for those who ask whether programs of one version run against the schema of another.
#pragma once

#include <schema/dsl.hpp>
#include <schema/rules/compatibility.hpp>

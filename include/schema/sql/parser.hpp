// Floor 1. Everything that reads SQL from a literal: expression_of, statement_of, script_of.
#pragma once

#include <schema/sql/expression_parser.hpp>
#include <schema/sql/statement_parser.hpp>

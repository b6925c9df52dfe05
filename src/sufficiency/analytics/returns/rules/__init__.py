"""The checks on a return, a module a theme, each rule one small declared function."""

//! Where in the fairway is the process? Drawn from inert values.

//! Is the table of permissions the one of the model?

//! Are the rules of this file kept?

//! Do the pages keep what they promise? One client, the whole router.

"""Gives an export of the record to aics-tlog. Everything that is hashed, folded or verified is done there."""

import sys
from pathlib import Path

import aics_tlog as other

folder, earlier, log, witness = sys.argv[1:]
log, witness = other.parse_vkey(log), other.parse_vkey(witness)


def opened(path, witnesses):
    note = other.parse_note(Path(path).read_bytes())
    said = other.verify_checkpoint(note, log, witnesses, len(witnesses))
    return said if said.ok else sys.exit(f"{path}: {said.error}")


new, old = opened(Path(folder, "checkpoint"), [witness]), opened(earlier, [])
tiles = other.FileSystemTileReader(folder)
audited = other.audit_tiles(tiles, new.size, new.root)
proof = other.consistency_proof_from_tiles(tiles, old.size, new.size)
if not other.verify_consistency(old.size, new.size, old.root, new.root, proof):
    sys.exit("the log does not begin with the checkpoint that was kept")
for index in {0, old.size - 1, new.size // 2, new.size - 1}:
    entry = other.read_entry(tiles, index, new.size)
    path = other.inclusion_proof_from_tiles(tiles, index, new.size)
    if not other.verify_leaf_inclusion(entry, index, new.size, path, new.root):
        sys.exit(f"entry {index} is not in the log")
print(f"aics-tlog {other.__version__}: {audited.size} leaves in {audited.tiles} tiles and {audited.bundles} bundles,")
print("signed, cosigned, and grown from the checkpoint that was kept")

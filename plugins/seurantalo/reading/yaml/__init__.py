"""What is written in a file, as libyaml has it and as people write it: a tree of marked nodes."""

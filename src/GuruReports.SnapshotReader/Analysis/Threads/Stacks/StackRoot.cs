namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>An object that a frame refers to, and where that stands.</summary>
/// <param name="Frame">The frame's index in the stack.</param>
/// <param name="Object">The object.</param>
/// <param name="Address">The word of the stack; 0 for a register.</param>
/// <param name="Register">The register, or the one that the word is found by.</param>
internal readonly record struct StackRoot(int Frame, ulong Object, ulong Address, string? Register);

namespace GuruReports.SnapshotReader.Analysis.Threads.Stacks;

/// <summary>One step of a walk over a stack.</summary>
/// <param name="RuntimeFrame">The kind of a frame of the runtime's own; null for one of a method.</param>
/// <param name="InstructionPointer">Where a method goes on.</param>
/// <param name="StackPointer">Where a method's part of the stack begins; of a frame of the runtime, its address.</param>
internal readonly record struct StackStep(string? RuntimeFrame, ulong InstructionPointer, ulong StackPointer);

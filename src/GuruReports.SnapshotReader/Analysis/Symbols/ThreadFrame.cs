using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Symbols;

/// <summary>A frame with a method.</summary>
/// <param name="Method">The method.</param>
/// <param name="InstructionPointer">Where it goes on.</param>
/// <param name="StackPointer">Where its part of the stack begins.</param>
internal readonly record struct ThreadFrame(ClrMethod Method, ulong InstructionPointer, ulong StackPointer);

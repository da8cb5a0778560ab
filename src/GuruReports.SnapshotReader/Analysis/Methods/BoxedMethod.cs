namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>A method that the compiler made a state machine of. <paramref name="MachineObject"/> is the state machine where it is an object of its own, else 0; <paramref name="This"/> the object whose method it is, 0 where none is kept.</summary>
internal sealed record BoxedMethod(StateMachineShape Shape, int? State, ulong Awaited, ulong MachineObject, ulong This) : PendingMethod(Awaited);

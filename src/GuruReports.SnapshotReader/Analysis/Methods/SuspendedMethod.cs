using Microsoft.Diagnostics.Runtime;

namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>A method that the runtime itself suspends.</summary>
/// <param name="Continuation">The object that keeps its locals; 0 while it runs.</param>
/// <param name="Method">The method; null when the address below lies in none.</param>
/// <param name="Address">Where in its code it stands.</param>
/// <param name="State">The number of the await where it stands, in the order of its code; null while it runs.</param>
/// <param name="Point">The entry in the table of its suspension points; 0 while it runs.</param>
/// <param name="Awaited">The object that it waits for; 0 when it refers to none.</param>
internal sealed record SuspendedMethod(ulong Continuation, ClrMethod? Method, ulong Address, int? State, ulong Point, ulong Awaited) : PendingMethod(Awaited);

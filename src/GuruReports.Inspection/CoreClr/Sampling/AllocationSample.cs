namespace GuruReports.Inspection.CoreClr.Sampling;

/// <summary>One object of those that the runtime picked by chance, and where it was allocated.</summary>
/// <param name="Type">The type as the runtime writes it.</param>
/// <param name="Bytes">The bytes for which it stands.</param>
/// <param name="Kind">The heap that it lies in: 0 for small objects, 1 for large ones, 2 for pinned ones.</param>
/// <param name="Start">The index of the leaf's address.</param>
/// <param name="Count">The number of addresses.</param>
internal readonly record struct AllocationSample(string Type, double Bytes, int Kind, int Start, int Count);

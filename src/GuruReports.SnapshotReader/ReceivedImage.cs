using GuruReports.Inspection.Snapshot.Protocol;

namespace GuruReports.SnapshotReader;

/// <summary>An image as it was handed over, with the descriptors that came with it.</summary>
/// <param name="Handover">What the service said.</param>
/// <param name="Memory">The image's memory.</param>
/// <param name="Map">The image's memory map.</param>
/// <param name="ServiceMemory">The live service's memory.</param>
/// <param name="Process">The image's process, or -1.</param>
internal sealed record ReceivedImage(ImageHandover Handover, int Memory, int Map, int ServiceMemory, int Process);

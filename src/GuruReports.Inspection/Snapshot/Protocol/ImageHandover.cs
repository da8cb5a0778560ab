using GuruReports.Inspection.Snapshot.Model;
using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Protocol;

/// <summary>
/// What the helper needs to read an image. Four descriptors come with it, in this order: memory and
/// map of the image, memory of the service, and the image's process (only if <see cref="HasProcessDescriptor"/>).
/// </summary>
internal sealed record ImageHandover
{
    /// <summary>The process id of the service.</summary>
    public required int ServiceId { get; init; }

    /// <summary>The process that started the helper: once it is not its parent any more, the service is gone.</summary>
    public required int ParentId { get; init; }

    /// <summary>The process id of the image.</summary>
    public required int ImageId { get; init; }

    /// <summary>Whether the kernel could give a descriptor of the image's process.</summary>
    public bool HasProcessDescriptor { get; init; }

    /// <summary>The full path of the service's executable.</summary>
    public required string Executable { get; init; }

    /// <summary>The full path of the data access library of the service's runtime.</summary>
    public required string DataAccessPath { get; init; }

    /// <summary>An address that holds <see cref="MarkValue"/> in the image, and another value in the service since.</summary>
    public required ulong MarkAddress { get; init; }

    /// <summary>What the image must hold at <see cref="MarkAddress"/>.</summary>
    public required long MarkValue { get; init; }

    /// <summary>Whose code the assemblies are.</summary>
    public required OwnerTable Owners { get; init; }

    /// <summary>What to read.</summary>
    public required SnapshotRequest Request { get; init; }
}

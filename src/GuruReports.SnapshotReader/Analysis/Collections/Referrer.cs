using GuruReports.SnapshotReader.Analysis.Memory;

namespace GuruReports.SnapshotReader.Analysis.Collections;

/// <summary>An object with a field that refers to another one.</summary>
internal readonly record struct Referrer(ulong Address, ObjectKind Kind, int Offset)
{
    /// <summary>Whether it is itself a collection, a part of one, or a delegate: then who refers to it is who keeps.</summary>
    public bool IsCollection => Kind.IsCollection;
}

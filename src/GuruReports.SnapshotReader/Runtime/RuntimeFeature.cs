namespace GuruReports.SnapshotReader.Runtime;

/// <summary>Something that the reader can tell as long as it knows the runtime's own names for it.</summary>
/// <param name="Part">The part of the result that it belongs to.</param>
/// <param name="Lack">What the part lacks without it, as a clause.</param>
internal sealed record RuntimeFeature(string Part, string Lack)
{
    /// <summary>True when nothing of the part can be told without it.</summary>
    public bool IsWholePart { get; init; }
}

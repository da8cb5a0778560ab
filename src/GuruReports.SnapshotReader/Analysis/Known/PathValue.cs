namespace GuruReports.SnapshotReader.Analysis.Known;

/// <summary>Where a path of the table of known types has led.</summary>
/// <param name="Number">The number at its end; null when it ends at an object or at nothing.</param>
/// <param name="Object">The object at its end; 0 when there is none.</param>
/// <param name="Missing">The field that is not there; null when all are.</param>
internal readonly record struct PathValue(long? Number, ulong Object, string? Missing)
{
    public static PathValue Of(long number) => new(number, 0, null);

    public static PathValue To(ulong address) => new(null, address, null);

    public static PathValue Without(string field) => new(null, 0, field);
}

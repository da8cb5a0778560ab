namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>What a type is, and to which row.</summary>
internal readonly record struct KnownRole(KnownType Row, KnownPart Part)
{
    public bool IsKept => Part != KnownPart.Itself || Row.IsKept;
}

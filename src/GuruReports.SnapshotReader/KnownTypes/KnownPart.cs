namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>What a type is to a row.</summary>
internal enum KnownPart
{
    /// <summary>What the row is about.</summary>
    Itself,

    /// <summary>What a pool lends.</summary>
    Member,

    /// <summary>What carries the places of a pool.</summary>
    Places,
}

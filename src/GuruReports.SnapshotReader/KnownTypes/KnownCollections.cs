namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>How collections of the class library count, for those that a known pool keeps its members in.</summary>
internal static class KnownCollections
{
    /// <summary>Of a dictionary: the places that it has used.</summary>
    public const string DictionaryCount = "_count";

    /// <summary>Of a dictionary: those of them that are free again.</summary>
    public const string DictionaryFreeCount = "_freeCount";
}

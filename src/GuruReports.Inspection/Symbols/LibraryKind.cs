namespace GuruReports.Inspection.Symbols;

/// <summary>What a library of a deps.json file is.</summary>
internal enum LibraryKind
{
    /// <summary>A package, or a file that is referenced as such.</summary>
    Package = 0,

    /// <summary>One of the projects that the program was built of.</summary>
    Project,

    /// <summary>The framework that a self-contained program brings along.</summary>
    RuntimePack,
}

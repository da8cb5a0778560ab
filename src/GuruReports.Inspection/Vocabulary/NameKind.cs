namespace GuruReports.Inspection.Vocabulary;

/// <summary>What the source has where the compiler made a name.</summary>
internal enum NameKind
{
    /// <summary>A method, or a type.</summary>
    Plain = 0,

    /// <summary>A lambda or an anonymous method.</summary>
    Lambda,

    /// <summary>A local function.</summary>
    LocalFunction,
}

namespace GuruReports.Hosting.Redaction;

/// <summary>What a text is, as far as it decides what is looked for in it.</summary>
internal enum TextKind
{
    /// <summary>Anything.</summary>
    Any = 0,

    /// <summary>The name of a setting or an entry: it holds no pairs.</summary>
    Name,

    /// <summary>The value of a name that says that it is known to everybody, however random it looks.</summary>
    Known,
}

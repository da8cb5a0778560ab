namespace GuruReports.Hosting.Redaction.Keys;

/// <summary>Says what a key tells of its value.</summary>
internal enum KeyVerdict
{
    /// <summary>Nothing.</summary>
    Harmless = 0,

    /// <summary>It is a digest, a commit, an identifier: random to look at and known to everybody.</summary>
    Identity,

    /// <summary>It is secret unless it is a measure: a number, a duration, a date.</summary>
    SecretUnlessMeasure,

    /// <summary>It is secret where keys are settings; in running text the same word means something else too often.</summary>
    Weak,

    /// <summary>It is secret.</summary>
    Secret,

    /// <summary>It is a connection string: its secret parts are.</summary>
    ConnectionString,
}

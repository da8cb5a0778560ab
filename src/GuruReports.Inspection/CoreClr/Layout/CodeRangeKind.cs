namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>What the runtime says about an address of code.</summary>
internal enum CodeRangeKind
{
    /// <summary>Not managed code, or no longer.</summary>
    None,

    /// <summary>Code that stays for the life of the process.</summary>
    Permanent,

    /// <summary>Code that can go away: of a collectible load context, or a dynamic method.</summary>
    Collectible,
}

namespace GuruReports.Reporting.Rendering.Text;

/// <summary>What a piece of text is, for a terminal that shows colour.</summary>
internal enum Ink
{
    /// <summary>Nothing special.</summary>
    Plain,

    /// <summary>A header.</summary>
    Header,

    /// <summary>Something that keeps the service from its work.</summary>
    Critical,

    /// <summary>Something wrong or missing.</summary>
    Warning,
}

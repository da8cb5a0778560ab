namespace GuruReports.Reporting.Rendering.Text;

/// <summary>How a run of frames is shown.</summary>
internal enum FoldKind
{
    /// <summary>One frame, as it is.</summary>
    Shown,

    /// <summary>Framework frames: their count.</summary>
    Hidden,

    /// <summary>The framework frames below the innermost own one: what own code called, and how many frames that went deeper.</summary>
    Callee,
}

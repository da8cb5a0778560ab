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

    /// <summary>Framework frames inside of the outermost one of a stack that has no own code: the one that says most, and how many others.</summary>
    Call,

    /// <summary>Frames that stand there several times in a row: the first part, and how often it does.</summary>
    Repeated,

    /// <summary>The frames in which every thread begins: nothing.</summary>
    Start,
}

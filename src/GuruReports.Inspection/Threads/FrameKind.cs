namespace GuruReports.Inspection.Threads;

/// <summary>Says what a method is in its source.</summary>
public enum FrameKind
{
    /// <summary>A plain method, constructor, property or operator.</summary>
    Method = 0,

    /// <summary>The body of an async method.</summary>
    Async,

    /// <summary>The body of an iterator.</summary>
    Iterator,

    /// <summary>The body of an async iterator.</summary>
    AsyncIterator,

    /// <summary>A lambda or an anonymous method.</summary>
    Lambda,

    /// <summary>A local function.</summary>
    LocalFunction,

    /// <summary>A dynamic method, made at run time.</summary>
    Dynamic,

    /// <summary>Native code.</summary>
    Native,

    /// <summary>Code that could not be named; the frame's text says why.</summary>
    Unresolved,
}

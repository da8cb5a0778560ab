namespace GuruReports.Inspection.Vocabulary;

/// <summary>Says whose code a method is.</summary>
public enum CodeOwner
{
    /// <summary>.NET's and this library's own, native code, and code that could not be named.</summary>
    Framework = 0,

    /// <summary>A library that the service uses, and code that was emitted at run time.</summary>
    Package,

    /// <summary>One of the service's own projects.</summary>
    Service,
}

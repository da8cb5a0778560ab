namespace GuruReports.Reporting.Model.Stacks;

/// <summary>One frame of a stack.</summary>
public sealed record StackFrameLine
{
    /// <summary>Makes one, of what its properties tell.</summary>
    public StackFrameLine(string method, string? location, bool isOwnCode, string? assembly = null, string? remark = null) =>
        (Method, Location, IsOwnCode, Assembly, Remark) = (method, location, isOwnCode, assembly, remark);

    /// <summary>Gets the method as written, with its parameters.</summary>
    public string Method { get; init; }

    /// <summary>Gets file and line (for example <c>OrderService.cs:52</c>), or null when unknown.</summary>
    public string? Location { get; init; }

    /// <summary>Gets whether the frame stands for the stack: the code of the service's own projects, or a package's where there is none of those.</summary>
    public bool IsOwnCode { get; init; }

    /// <summary>Gets the assembly's simple name, or null when unknown.</summary>
    public string? Assembly { get; init; }

    /// <summary>Gets what more is to be said (for example <c>native</c>, <c>IL+0x1c</c>), or null.</summary>
    public string? Remark { get; init; }
}

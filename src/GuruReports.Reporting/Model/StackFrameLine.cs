namespace GuruReports.Reporting.Model;

/// <summary>One frame of a stack.</summary>
/// <param name="Method">The method as written, with its parameters.</param>
/// <param name="Location">File and line (for example <c>OrderService.cs:52</c>), or null when unknown.</param>
/// <param name="IsOwnCode">Whether the frame stands for the stack: the code of the service's own projects, or a package's where there is none of those.</param>
/// <param name="Assembly">The assembly's simple name, or null when unknown.</param>
/// <param name="Remark">What more is to be said (for example <c>native</c>, <c>IL+0x1c</c>), or null.</param>
public sealed record StackFrameLine(string Method, string? Location, bool IsOwnCode, string? Assembly = null, string? Remark = null);

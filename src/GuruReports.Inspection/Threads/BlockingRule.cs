namespace GuruReports.Inspection.Threads;

/// <summary>One line of the table of blocking calls: a framework type, the start of a method's name, and what it means.</summary>
internal readonly record struct BlockingRule(string Type, string MethodPrefix, ThreadActivity Activity, string Detail)
{
    public bool Matches(CapturedFrame frame) =>
        frame.Type is { } type
        && (Type.EndsWith('*') ? type.AsSpan().StartsWith(Type.AsSpan(0, Type.Length - 1), StringComparison.Ordinal) : type == Type)
        && frame.Name is { } name
        && name.StartsWith(MethodPrefix, StringComparison.Ordinal);
}

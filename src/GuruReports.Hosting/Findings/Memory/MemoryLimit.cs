namespace GuruReports.Hosting.Findings.Memory;

/// <summary>A limit of memory and what is used of it.</summary>
/// <param name="Name">The limit in words.</param>
/// <param name="Used">The bytes in use.</param>
/// <param name="Limit">The most bytes.</param>
internal sealed record MemoryLimit(string Name, long Used, long Limit)
{
    public double Share => (double)Used / Limit;
}

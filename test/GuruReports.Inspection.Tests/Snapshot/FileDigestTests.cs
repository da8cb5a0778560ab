using System.Security.Cryptography;
using GuruReports.Inspection.Snapshot.Helper;

namespace GuruReports.Inspection.Tests.Snapshot;

public class FileDigestTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(55)]
    [InlineData(56)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(119)]
    [InlineData(120)]
    [InlineData(65_407)]
    [InlineData(65_408)]
    [InlineData(65_409)]
    [InlineData(1_000_000)]
    public void Compute_AnyLength_EqualsTheFrameworks(int length)
    {
        var path = Path.GetTempFileName();
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        File.WriteAllBytes(path, bytes);

        var digest = FileDigest.Compute(path);

        File.Delete(path);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), digest);
    }
}

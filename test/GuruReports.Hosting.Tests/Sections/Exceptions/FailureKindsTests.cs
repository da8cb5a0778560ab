using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Security.Authentication;
using GuruReports.Hosting.Exceptions;
using GuruReports.Hosting.Facts.Runtime;

namespace GuruReports.Hosting.Tests.Sections.Exceptions;

public class FailureKindsTests
{
    public static TheoryData<Exception, object, bool> Exceptions => new()
    {
        { new SocketException((int)SocketError.ConnectionRefused), FailureKind.Refused, false },
        { new SocketException((int)SocketError.HostUnreachable), FailureKind.Unreachable, false },
        { new SocketException((int)SocketError.HostNotFound), FailureKind.NameNotResolved, false },
        { new SocketException((int)SocketError.ConnectionReset), FailureKind.None, false },
        { new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), FailureKind.Refused, true },
        { new HttpRequestException(HttpRequestError.NameResolutionError), FailureKind.NameNotResolved, false },
        { new HttpRequestException("x", null, HttpStatusCode.ServiceUnavailable), FailureKind.Rejected, false },
        { new HttpRequestException("x", null, HttpStatusCode.NotFound), FailureKind.None, false },
        { new HttpRequestException("x", new AuthenticationException()), FailureKind.SecureConnection, true },
        { new TaskCanceledException("x", new TimeoutException()), FailureKind.TimedOut, true },
        { new TaskCanceledException(), FailureKind.None, false },
        { new TimeoutException("x", new SocketException((int)SocketError.ConnectionRefused)), FailureKind.Refused, true },
        { new IOException("x", 28), FailureKind.DiskFull, false },
        { new IOException("x", 24), FailureKind.TooManyFiles, false },
        { new IOException("x"), FailureKind.None, false },
        { new UnauthorizedAccessException(), FailureKind.AccessDenied, false },
        { new InvalidOperationException("x", new InvalidOperationException()), FailureKind.None, false },
        { new AggregateException(new SocketException((int)SocketError.TimedOut)), FailureKind.TimedOut, true },
        { new AggregateException(new FormatException(), new InvalidOperationException("x", new IOException("x", 28)), new FormatException()), FailureKind.DiskFull, true },
        { new AggregateException(new FormatException(), new FormatException()), FailureKind.None, false },
        { new HttpRequestException(HttpRequestError.InvalidResponse), FailureKind.BrokenAnswer, false },
        { new HttpRequestException(HttpRequestError.ConnectionError), FailureKind.Unreachable, false },
        { new HttpRequestException(HttpRequestError.ProxyTunnelError), FailureKind.Unreachable, false },
        { new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.ConnectionRefused)), FailureKind.Refused, true },
        { new HttpRequestException("x", new HttpIOException(HttpRequestError.ResponseEnded)), FailureKind.BrokenAnswer, true },
        { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded), FailureKind.None, false },
        { new InvalidDataException("x", new InvalidDataException("x", new InvalidOperationException("x", new SocketException((int)SocketError.ConnectionRefused)))), FailureKind.Refused, true },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public void Of_AnException_SaysWhatItTellsOfTheWorldOutside(Exception exception, object expected, bool wrapped)
    {
        Assert.Equal((expected, wrapped), ((object)FailureKinds.Of(exception, out var isWrapped), isWrapped));
    }

    [Theory]
    [InlineData("Failed to connect to 127.0.0.1:5432", "127.0.0.1:5432")]
    [InlineData("Connection refused [::ffff:10.0.0.7]:6379", "10.0.0.7:6379")]
    [InlineData("Connection refused [::1]:6379", "[::1]:6379")]
    [InlineData("Name or service not known (shop.example:443)", "shop.example:443")]
    [InlineData("No space left on device : '/data/spool/7.tmp'", "/data/spool/7.tmp")]
    [InlineData("The operation has timed out.", null)]
    public void Find_AMessage_TakesTheTarget(string message, string? expected)
    {
        Assert.Equal(expected, FailureTarget.Find(message));
    }

    [Theory]
    [InlineData(typeof(RateLimiterRejected), FailureKind.Exhausted)]
    [InlineData(typeof(StoreTimeoutException), FailureKind.TimedOut)]
    [InlineData(typeof(FormatException), FailureKind.None)]
    public void Guess_ATypeOfALibrary_ByItsName(Type type, object expected)
    {
        Assert.Equal(expected, TypeWords.Guess(type));
    }

    [Theory]
    [InlineData("28P01: password authentication failed for user \"shop\"", FailureKind.Authentication)]
    [InlineData("53300: sorry, too many clients already", FailureKind.Exhausted)]
    [InlineData("23505: duplicate key value", FailureKind.None)]
    [InlineData("40P01: deadlock detected", FailureKind.Locked)]
    [InlineData("SQLite Error 5: 'database is locked'.", FailureKind.Locked)]
    [InlineData("SQLite Error 13: 'database or disk is full'.", FailureKind.DiskFull)]
    [InlineData("SQLite Error 19: 'UNIQUE constraint failed'.", FailureKind.None)]
    [InlineData("SQLite Error without a number", FailureKind.None)]
    [InlineData("Value: 7", FailureKind.None)]
    public void Find_AMessageOfADatabase_ByItsState(string message, object expected)
    {
        Assert.Equal(expected, SqlStates.Find(message));
    }

    private sealed class RateLimiterRejected : Exception;

    private sealed class StoreTimeoutException : Exception;
}

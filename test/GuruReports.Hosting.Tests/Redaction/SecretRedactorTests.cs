using GuruReports.Hosting.Redaction;

namespace GuruReports.Hosting.Tests.Redaction;

public class SecretRedactorTests
{
    private readonly SecretRedactor _redactor = new(new RedactionOptions());

    [Theory]
    [InlineData("Db:Password", "hunter2", "***")]
    [InlineData("Db:Password", "", "")]
    [InlineData("Db:Password", null, null)]
    [InlineData("RequirePassword", "true", "true")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore.Authorization", "Warning", "Warning")]
    [InlineData("Auth:TokenLifetime", "00:05:00", "00:05:00")]
    [InlineData("Auth:TokenLifetime", "PT5M", "PT5M")]
    [InlineData("Auth:TokenLifetime", "30 s", "30 s")]
    [InlineData("Auth:TokenLifetime", "x8#kkPw!", "***")]
    [InlineData("Password", "00:05:00", "***")]
    [InlineData("Tokens", "57", "57")]
    [InlineData("Pin", "1234", "***")]
    [InlineData("ConnectionStrings:A", "Server=db;User Id=sa;Password=Abc123!x;Encrypt=True", "Server=db;User Id=sa;Password=***;Encrypt=True")]
    [InlineData("ConnectionStrings:A", "Host=h;Username=u;Password=\"a;b'c\";Port=1", "Host=h;Username=u;Password=***;Port=1")]
    [InlineData("ConnectionStrings:A", "DRIVER={x};PWD={a;b};UID=u", "DRIVER={x};PWD=***;UID=u")]
    [InlineData("ConnectionStrings:A", "host=h user=u password=s3cr3tpw dbname=d", "host=h user=u password=*** dbname=d")]
    [InlineData("ConnectionStrings:Redis", "localhost:6379,password=s3cr3tpw,ssl=True", "localhost:6379,password=***,ssl=True")]
    [InlineData("ConnectionStrings:Mq", "amqp://user:p%40ss@mq:5672/v", "amqp://user:***@mq:5672/v")]
    [InlineData("ConnectionStrings:Bus", "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=abcDEF123+/=", "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=***")]
    [InlineData("ConnectionStrings:Blob", "DefaultEndpointsProtocol=https;AccountName=n;AccountKey=abc123==;EndpointSuffix=core.windows.net", "DefaultEndpointsProtocol=https;AccountName=n;AccountKey=***;EndpointSuffix=core.windows.net")]
    [InlineData("ConnectionStrings:File", "Data Source=/var/lib/app.db", "Data Source=/var/lib/app.db")]
    [InlineData("ConnectionStrings:Odd", "q8Zt7rrWv2LmX0aa", "***")]
    [InlineData("Name", "anything", "anything")]
    [InlineData("PWD", "/srv/heat", "/srv/heat")]
    [InlineData("(no group):PWD", "/srv/heat", "/srv/heat")]
    [InlineData("Db:PWD", "x7-Tango", "***")]
    public void Redact_KeyAndValue_ShowsWhatMayBeShown(string key, string? value, string? expected)
    {
        var shown = _redactor.Redact(key, value);

        Assert.Equal(expected, shown);
    }

    [Theory]
    [InlineData("GET https://user:p4ss@host/x?y=1 failed", "GET https://user:***@host/x?y=1 failed")]
    [InlineData("postgres://u:pa/ss@db:5432/x", "postgres://u:***@db:5432/x")]
    [InlineData("http://host:8080/path@version", "http://host:8080/path@version")]
    [InlineData("https://github.com/a/b", "https://github.com/a/b")]
    [InlineData("https://x.blob.core.windows.net/c?sv=2024&sig=abc%2Bdef%3D&se=1", "https://x.blob.core.windows.net/c?sv=2024&sig=***&se=1")]
    [InlineData("https://x/api?api_key=12ab34cd&v=2", "https://x/api?api_key=***&v=2")]
    [InlineData("Login failed: password=hunter2;", "Login failed: password=***;")]
    [InlineData("{\"user\":\"bob\",\"password\":\"hun\\\"ter2\",\"n\":1}", "{\"user\":\"bob\",\"password\":\"***\",\"n\":1}")]
    [InlineData("{\\\"password\\\":\\\"hunter2\\\",\\\"n\\\":1}", "{\\\"password\\\":\\\"***\\\",\\\"n\\\":1}")]
    [InlineData("--api-key=abc123def", "--api-key=***")]
    [InlineData("Authorization: Bearer abc.def-123", "Authorization: ***")]
    [InlineData("authorization header was Bearer abc.def-123!", "authorization header was Bearer ***!")]
    [InlineData("Authorization: Custom a b c\nAccept: x/y", "Authorization: ***\nAccept: x/y")]
    [InlineData("Basic dXNlcjpwYXNz", "Basic ***")]
    [InlineData("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl end", "jwt *** end")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE used", "key *** used")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789", "***")]
    [InlineData("xoxb-123456789012-abcdefghijkl", "***")]
    [InlineData("xoxb-12 https://hooks.slack.com/services/T0/B0/x1", "xoxb-12 https://***")]
    [InlineData("eyJeyJabcdefgh-ghp_abcdefghijklmnopqrst", "eyJeyJabcdefgh-***")]
    [InlineData("SG.abcdefghijklmnop.abcdefghijklmnop,", "***,")]
    [InlineData("id abc8Q~abcdefghijklmnopqrstuvwxyz0123456789 end", "id ***89 end")]
    [InlineData("AKIAIOSFODNN7EXAMPLES", "AKIAIOSFODNN7EXAMPLES")]
    [InlineData("/api/webhooks/123456/a-B_9 x", "*** x")]
    [InlineData("bearer%20\"ab12.cd34==\"", "bearer%20\"***\"")]
    [InlineData("the password: hunter2", "the password: ***")]
    [InlineData("User Password=x1y2z3;", "User Password=***;")]
    [InlineData("\"tokens\": [\"abc1\",\"def2\"], \"n\": 1", "\"tokens\": [***], \"n\": 1")]
    public void Redact_TextWithSecret_MasksOnlyTheSecret(string text, string expected)
    {
        var shown = _redactor.Redact(text);

        Assert.Equal(expected, shown);
    }

    [Theory]
    [InlineData("The password policy requires 8 characters.")]
    [InlineData("password: must be at least 8 characters")]
    [InlineData("Basic authentication and bearer tokens are allowed.")]
    [InlineData("at Heat.TokenService.Refresh(String token) in /src/TokenService.cs:line 52")]
    [InlineData("TokenService.cs:52")]
    [InlineData("auth-token-service:8080 refused")]
    [InlineData("System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e")]
    [InlineData("Microsoft.IdentityModel.Tokens.SecurityTokenExpiredException: IDX10223: Lifetime validation failed")]
    [InlineData("key not found: Order 42")]
    [InlineData("Key=42; Value=7")]
    [InlineData("Where(token => token.Id)")]
    [InlineData("if (token == null) return;")]
    [InlineData("exit code=3")]
    [InlineData("CancellationToken cancellationToken = default")]
    [InlineData("Invalid token in stream at line 3: unexpected end")]
    [InlineData("http://user@host/x")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")]
    [InlineData("========================================")]
    [InlineData("TokenLifetime=00:05:00")]
    public void Redact_HarmlessText_ChangesNothing(string text)
    {
        var shown = _redactor.Redact(text);

        Assert.Equal(text, shown);
    }

    [Fact]
    public void Redact_PrivateKey_MasksItsBodyAlsoWhenCutOff()
    {
        var whole = _redactor.Redact("x -----BEGIN RSA PRIVATE KEY-----\nMIIEabc\nDEF\n-----END RSA PRIVATE KEY----- y");
        var cut = _redactor.Redact("-----BEGIN PRIVATE KEY-----\\nMIIEabc");

        Assert.Equal("x -----BEGIN RSA PRIVATE KEY-----***-----END RSA PRIVATE KEY----- y", whole);
        Assert.Equal("-----BEGIN PRIVATE KEY-----***", cut);
    }

    [Fact]
    public void Redact_RememberedSecret_IsScrubbedFromEveryOtherText()
    {
        _redactor.Redact("Db:Password", "Tr0ub4dor&3");

        Assert.Equal("cannot log in with ***, sorry", _redactor.Redact("cannot log in with Tr0ub4dor&3, sorry"));
        Assert.Equal("url %7E***", _redactor.Redact("url %7ETr0ub4dor%263"));
        Assert.Equal("{\"x\":\"***\"}", _redactor.Redact("{\"x\":\"Tr0ub4dor\\u00263\"}"));
        Assert.Equal("***", _redactor.Redact("Greeting", "Tr0ub4dor&3"));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("admin")]
    [InlineData("guest")]
    [InlineData("password")]
    [InlineData("postgres")]
    [InlineData("12345")]
    [InlineData("aaaaaaaaaa")]
    public void Redact_CommonValueUnderSecretKey_IsNotScrubbedElsewhere(string value)
    {
        _redactor.Redact("Db:Password", value);

        var text = $"the user {value} did {value} things";

        Assert.Equal(text, _redactor.Redact(text));
    }

    [Fact]
    public void Redact_ShortWordRemembered_IsNotScrubbedInsideOtherWords()
    {
        _redactor.Redact("Db:Password", "orders12");

        Assert.Equal("reorders123 and ***.", _redactor.Redact("reorders123 and orders12."));
    }

    [Fact]
    public void Redact_AllowedKey_ShowsItsValueAndOnlyThat()
    {
        var options = new RedactionOptions();
        options.AllowedKeys.Add("Feature:ApiKey");
        options.AllowedKeys.Add("ClientToken");
        var redactor = new SecretRedactor(options);

        Assert.Equal("shown-1234", redactor.Redact("Feature__ApiKey", "shown-1234"));
        Assert.Equal("shown-5678", redactor.Redact("A:B:clienttoken", "shown-5678"));
        Assert.Equal("***", redactor.Redact("Other:ApiKey", "hidden-1234"));
    }

    [Fact]
    public void Redact_PatternsOfTheOptions_MaskBesideTheBuiltIn()
    {
        var options = new RedactionOptions();
        options.KeyPatterns.Add("^customer");
        options.ValuePatterns.Add("AT[0-9]{4}");
        options.ValuePatterns.Add("(unbalanced");
        var redactor = new SecretRedactor(options);

        Assert.Equal("***", redactor.Redact("Db:CustomerName", "Miller"));
        Assert.Equal("account ***", redactor.Redact("account AT1234"));
        Assert.Equal("***", redactor.Redact("Password", "hunter2"));
    }

    [Fact]
    public void Redact_Disabled_ChangesNothing()
    {
        var redactor = new SecretRedactor(new RedactionOptions { Enabled = false });

        Assert.Equal("hunter2", redactor.Redact("Password", "hunter2"));
        Assert.Equal("password=hunter2", redactor.Redact("password=hunter2"));
    }

    [Fact]
    public void Redact_HugeText_IsCutAndSaysSo()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789 ", 200_000));

        var shown = _redactor.Redact(text);

        Assert.InRange(shown.Length, 1_000_000, 1_100_000);
        Assert.EndsWith("more characters)", shown);
    }

    [Fact]
    public void Redact_HugeTextCutInsideASecret_ShowsNoPartOfIt()
    {
        var secret = "password=" + new string('x', 50) + "Q7w";
        var text = new string('a', (1 << 20) - 30) + " " + secret;

        var shown = _redactor.Redact(text);

        Assert.DoesNotContain("xxxx", shown);
    }
}

using GuruReports.Hosting.Redaction;

namespace GuruReports.Hosting.Tests.Redaction;

/// <summary>Every way in which a text ties a secret to its name; and what looks like one of them and is none.</summary>
public class StructureTests
{
    // No secret of anybody: the sample that stands in each of the lines.
    private const string Secret = "hunter2x9";

    private const string Tied = """
        env: [{name: DB_PASSWORD, value: hunter2x9}]
            - DB_PASSWORD=hunter2x9
        DB_PASSWORD: "hunter2x9"
        ENV API_TOKEN hunter2x9
        db.password = hunter2x9
        [mysql] password = "hunter2x9 with blanks"
        auth_token=hunter2x9, user=joe
        {"Authorization":"Bearer hunter2x9","n":1}
        {"headers":{"x-api-key":["hunter2x9"]}}
        headers: { authorization: 'Bearer hunter2x9' }
        -H 'Authorization: token hunter2x9' https://x
        X-Vault-Token: hunter2x9
        Cookie: a=hunter2x9; c=d
        set-cookie: .AspNetCore.Identity.Application=hunter2x9; path=/
        Authorization: Digest username="joe", response="hunter2x9"
        <input name='password' type='password' value='hunter2x9'/>
        <property name="connection.password">hunter2x9</property>
        <bean><constructor-arg name="password" value="hunter2x9"/></bean>
        <entry key="db.password">hunter2x9</entry>
        <string name="api_key">hunter2x9</string>
        <key>ApiSecret</key><string>hunter2x9</string>
        <dict><key>password</key> <string>hunter2x9</string></dict>
        <Password xmlns="urn:x"><![CDATA[hunter2x9]]></Password>
        <wsse:Password Type="#PasswordText">hunter2x9</wsse:Password>
        &lt;Password&gt;hunter2x9&lt;/Password&gt;
        {\"ApiKey\":\"hunter2x9\"}
        {\"a\":\"{\\\"password\\\":\\\"hunter2x9\\\"}\"}
        %7B%22password%22%3A%22hunter2x9%22%7D
        password%3Dhunter2x9%26user%3Djoe
        {&quot;password&quot;:&quot;hunter2x9&quot;}
        {"name":"X","value":"visible"},{"name":"PASSWORD","value":"hunter2x9"}
        {"value":"hunter2x9","name":"PASSWORD"},{"value":"visible","name":"X"}
        Dictionary: [Password, hunter2x9], [User, joe]
        Key=Password Value=hunter2x9
        Name: ApiToken | Value: hunter2x9
        ApiToken    hunter2x9
        password	hunter2x9
        ("password", "hunter2x9")
        new[] { "password", "hunter2x9" }
        user joe with password hunter2x9 was refused
        ORA-01017: app/hunter2x9@//db:1521/XE
        jdbc:oracle:thin:app/hunter2x9@db:1521/XE
        jdbc:mysql://db/x?user=a&password=hunter2x9
        jdbc:sqlserver://db;user=sa;password=hunter2x9;encrypt=true
        mongodb://a:hunter2x9@h1:27017,h2:27017/db
        redis://:hunter2x9@cache:6379/0
        joe:hunter2x9@db.local:5432 refused
        ldap bind dn=cn=admin,dc=x pw=hunter2x9
        secret_access_key hunter2x9
        Passphrase for key: hunter2x9
        the secret is hunter2x9.
        token 'hunter2x9' was rejected
        GET /cb?code=hunter2x9&state=1
        machine host login joe password hunter2x9
        //registry.example.com/:_authToken=hunter2x9
        'pass' => 'hunter2x9',
        :password => "hunter2x9"
        password := "hunter2x9"
        let apiKey = "hunter2x9";
        SecretString: {"username":"a","password":"hunter2x9"}
        ClientSecret (hunter2x9)
        Started: /usr/bin/mysqldump -h db -u app -phunter2x9 shop
        """;

    private const string Free = """
        7f9388b3c000-7f9388b3e000 r--p 00000000 /usr/lib/libc.so.6
        "Microsoft.AspNetCore.Authorization.dll": {
        csc /noconfig @/tmp/build/tmp0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e.rsp
        user authenticated, token expires in 3600 s
        The key vault secret 'db-main' was not found
        Secret 'db-main' version 7f3a2b1c9d0e4f5a6b7c8d9e0f1a2b3c not found
        password for user app is stored in vault
        pass 3 of 5 done
        auth: ok
        token bucket: 7 of 10
        key: value
        Token: Identifier
        secret santa at 12:30
        credentials=include
        authorization: none
        author: Jane
        pin 4 of connector 7
        tokens per second: 123.4
        for key in keys: print(key)
        GET /oauth/token 200 12ms
        grant_type=client_credentials&scope=api
        Bearer token is missing
        WWW-Authenticate: Bearer error="invalid_token", error_description="The token expired at '11/29/2026'"
        key ring: {3f2504e0-4f89-41d3-9a0c-0305e82c3301}
        session ticket expired after 00:20:00
        Auth:TokenLifetime
        Identity:Password:RequiredLength
        """;

    public static TheoryData<string> TiedTexts => [.. Lines(Tied)];

    public static TheoryData<string> FreeTexts => [.. Lines(Free)];

    [Theory]
    [MemberData(nameof(TiedTexts))]
    public void Redact_SecretTiedToItsName_IsMasked(string text) => Assert.DoesNotContain(Secret, New().Redact(text));

    [Theory]
    [MemberData(nameof(FreeTexts))]
    public void Redact_TextThatOnlyLooksLikeIt_StaysAsItIs(string text) => Assert.Equal(text, New().Redact(text));

    [Fact]
    public void Redact_NameAndValueOfTwoObjects_AreNotMixedUp()
    {
        var text = New().Redact("""{"name":"PASSWORD","value":"hunter2x9"},{"name":"X","value":"visible"}""");

        Assert.Contains("visible", text);
    }

    private static string[] Lines(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static SecretRedactor New() => new(new RedactionOptions());
}

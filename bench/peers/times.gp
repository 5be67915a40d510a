\\ How long PARI takes. Expects `what`, `places` and `repeats` to be set before; output and point as in arb.c.
default(realbitprecision, ceil(places * 3.3219280948873626) + 20);
a2 = 2. * 10^15; dd = 1250000.; d0 = 326000000.; w0 = 911000000.;
closedform() = {
  my(w = dd/w0, x = d0/w0, s = w^2, c = sqrt(1 - x^2), a = asin(x), r = sqrt(1 + s));
  2*a2*w*((a + x*c)/2 + s*a - w*r*(Pi/2 - atan(w*c/(x*r))));
}
\\ Two halvings of the step: one leaves only 45 digits right, since a pole stands close to the upper end.
quadrature() = {
  my(o2 = w0^2, dd2 = dd^2, lower = sqrt(o2 - d0^2));
  2*a2*dd/w0^3 * intnum(t = lower, w0, my(y2 = o2 - t^2); t^2*sqrt(y2)/(y2 + dd2), 2);
}
work = if(what == "W_Z", closedform, quadrature);
loops(n) = for(k = 1, n, work());
time(n) = my(start = getwalltime()); loops(n); getwalltime() - start;
print("version ", version());
print("value ", strprintf(Str("%.", places, "g"), work()));
n = 1; while(time(n) < 50, n *= 2);
for(k = 1, repeats, print("us ", strprintf("%.6g", 1000. * time(2*n) / (2*n))));

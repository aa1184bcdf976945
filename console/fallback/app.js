/* app.js - puts this server's own address into the line to copy. */
document.getElementById("server").textContent = location.origin;
